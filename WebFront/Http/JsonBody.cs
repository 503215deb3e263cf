using System.Reflection;
using System.Text.Json;
using Burnin.Grains.Interfaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Burnin.WebFront.Http;

/// <summary>
/// Binds JSON without ever failing: the framework ends a request with malformed JSON before any filter has run, and such
/// an attempt would leave no audit row.
/// </summary>
/// <remarks><typeparamref name="T"/> must be constructible from an empty object; an empty body is one.</remarks>
internal sealed class JsonBody<T> : ICommandBody, IEndpointParameterMetadataProvider
    where T : class, INamesOperator
{
    private const int MaxBytes = 256 * 1024;
    private const int LongestOperator = 200;

    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private readonly T? value;

    private JsonBody(ReadOnlyMemory<byte> raw, T? value, ApiProblem? problem)
    {
        this.value = value;
        Raw = raw;
        Problem = problem;
    }

    public ReadOnlyMemory<byte> Raw { get; }

    public ApiProblem? Problem { get; }

    public string? Operator => value?.Operator;

    public T Value => value ?? throw new InvalidOperationException("The body filter lets no handler see a body that could not be read.");

    /// <summary>The description of the API shows what the body holds.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new BodyMetadata(typeof(T)));

    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context)
    {
        var raw = await ReadAsync(context.Request, context.RequestAborted);
        if (raw is null)
        {
            return new(ReadOnlyMemory<byte>.Empty, null, new(StatusCodes.Status413PayloadTooLarge, "body_too_large", $"Send at most {MaxBytes} bytes."));
        }

        if (raw.Length > 0 && !context.Request.HasJsonContentType())
        {
            return new(raw, null, new(
                StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "Send the body as JSON, with Content-Type: application/json."));
        }

        try
        {
            var value = JsonSerializer.Deserialize<T>(raw.Length > 0 ? raw : EmptyObject, WireJson.Options);
            return value is null ? new(raw, null, Malformed("The body is null. Send a JSON object."))
                : value.Operator is { } who && (who.Length > LongestOperator || who.Any(char.IsControl))
                    ? new(raw, null, Refuse.Invalid("operator", $"Write at most {LongestOperator} characters, on one line."))
                : new(raw, value, null);
        }
        catch (JsonException malformed)
        {
            return new(raw, null, Malformed($"The body is not the JSON that is expected here, at {malformed.Path ?? "$"}. Correct it and send it again."));
        }
    }

    private static ApiProblem Malformed(string detail) => new(StatusCodes.Status400BadRequest, "malformed_json", detail);

    /// <summary>Null for a body beyond the limit.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        using var whole = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (whole.Length + read > MaxBytes)
            {
                return null;
            }

            whole.Write(piece, 0, read);
        }

        return whole.ToArray();
    }
}
