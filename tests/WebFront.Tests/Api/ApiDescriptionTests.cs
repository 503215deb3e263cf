using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class ApiDescriptionTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task It_is_OpenAPI_3_1_and_holds_every_route_of_the_API_and_no_page()
    {
        var document = await ReadAsync();

        Assert.StartsWith("3.1", document.Text("openapi"), StringComparison.Ordinal);
        var described = Operations(document).Select(operation => $"{operation.Method} {operation.Path}").Order(StringComparer.Ordinal);
        Assert.Equal(RoutesOfTheApi().Order(StringComparer.Ordinal), described);
    }

    [Fact]
    public async Task Every_command_tells_its_body_its_key_and_how_it_is_refused()
    {
        // A plan is a question: it is posted only for the length of what is asked.
        var commands = Operations(await ReadAsync()).Where(operation => operation.Method != "GET" && operation.Path != "/api/v1/burnin/plan").ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, command =>
        {
            Assert.True(command.Value.TryGetProperty("requestBody", out _), $"{command.Path} has no body");
            Assert.Contains(command.Value.GetProperty("parameters").EnumerateArray(), parameter => parameter.Text("name") == "Idempotency-Key");
            Assert.True(command.Value.GetProperty("responses").GetProperty("default").GetProperty("content").TryGetProperty("application/problem+json", out _));
        });
    }

    [Fact]
    public async Task Names_are_as_they_are_on_the_wire()
    {
        var schemas = (await ReadAsync()).GetProperty("components").GetProperty("schemas");

        Assert.True(schemas.GetProperty("StartBurnInRequest").GetProperty("properties").TryGetProperty("drive_ids", out _));
        Assert.All(
            schemas.EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _)),
            schema => Assert.All(schema.Value.GetProperty("properties").EnumerateObject(), property => Assert.Matches("^[a-z0-9_]+$", property.Name)));
    }

    private async Task<JsonElement> ReadAsync()
    {
        var (status, document) = await front.Http.ReadAsync("/openapi/v1.json");
        Assert.Equal(HttpStatusCode.OK, status);
        return document;
    }

    private IEnumerable<string> RoutesOfTheApi() =>
        from route in front.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let pattern = WithoutConstraints($"/{route.RoutePattern.RawText!.Trim('/')}")
        where pattern.StartsWith("/api/v1/", StringComparison.Ordinal)
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        where method != HttpMethods.Head
        select $"{method} {pattern}";

    private static string WithoutConstraints(string pattern) => Regex.Replace(pattern, @":\w+\}", "}");

    private static IEnumerable<(string Method, string Path, JsonElement Value)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name.ToUpperInvariant(), path.Name, operation.Value);
}
