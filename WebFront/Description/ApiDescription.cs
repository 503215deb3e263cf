using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Burnin.WebFront.Description;

/// <summary>
/// The API as an OpenAPI 3.1 document at <c>/openapi/v1.json</c>, made from the routes themselves: programs generate their
/// clients from it, and it cannot fall behind.
/// </summary>
internal static class ApiDescription
{
    private const string Version = "v1";
    private const string Prefix = "api/v1/";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Version, openApi =>
    {
        openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        openApi.ShouldInclude = route => route.RelativePath?.StartsWith(Prefix, StringComparison.Ordinal) ?? false;
        openApi.AddDocumentTransformer(Introduce);
        openApi.AddOperationTransformer(CommandDescription.DescribeAsync);
    });

    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json");

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Burnin",
            Version = typeof(ApiDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? Version,
            Description = "Qualifies hard drives before they are trusted. Names are snake_case, moments are ISO 8601 with their offset, "
                + "units are in the names. Every refusal is a problem document (RFC 9457) with a code for programs and what to do.",
        };

        // Whoever reads it knows where he got it from; behind a proxy the server does not.
        document.Servers = [];
        document.AddComponent("token", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token, made under Settings, Tokens. Browsers come with the cookie of POST /api/v1/session instead.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        return Task.CompletedTask;
    }
}
