using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Burnin.WebFront.Description;

/// <summary>What only the groups of routes know: names, the key that makes a command safe to repeat, and how refusals look.</summary>
internal static class CommandDescription
{
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<CommandMetadata>().FirstOrDefault() is { } command)
        {
            operation.OperationId = command.Action;
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyFilter.Header,
                In = ParameterLocation.Header,
                Description = "The same key with the same body gets the first answer again, and nothing is done twice.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        if (metadata.OfType<BodyMetadata>().FirstOrDefault() is { } body && context.Document is { } document)
        {
            document.AddComponent(body.Type.Name, await context.GetOrCreateSchemaAsync(body.Type, null, cancellationToken));
            operation.RequestBody = new OpenApiRequestBody
            {
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = new OpenApiSchemaReference(body.Type.Name, document) },
                },
            };
        }

        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused or failed, with the reason.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = Problem() } },
        };
    }

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "title", "status", "detail", "instance", "code", "trace_id" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("Where the status is explained."),
            ["title"] = Text("The name of the status."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status again." },
            ["detail"] = Text("What is wrong and what to do, for people."),
            ["instance"] = Text("The path that was asked for."),
            ["code"] = Text("What is wrong, for programs."),
            ["trace_id"] = Text("What the log calls this request."),
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
