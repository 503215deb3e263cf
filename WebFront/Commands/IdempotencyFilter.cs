using System.Security.Cryptography;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Commands;

/// <summary>The same Idempotency-Key on the same address with the same body gets the first answer again.</summary>
internal sealed class IdempotencyFilter(IdempotencyStore store) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    private static readonly ApiProblem WrongKey = new(
        StatusCodes.Status422UnprocessableEntity, "idempotency_key_invalid", $"Send one {Header} of 1 to {LongestKey} characters, or none.");

    private static readonly ApiProblem ReusedKey = new(
        StatusCodes.Status422UnprocessableEntity,
        "idempotency_key_reused",
        "This key came with another body before. Make a new key for each new wish; send the same one only to repeat the same wish.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.Request.Headers.TryGetValue(Header, out var sent))
        {
            return await next(context);
        }

        if (sent is not [{ Length: > 0 and <= LongestKey } key])
        {
            return WrongKey;
        }

        var raw = context.Arguments.OfType<ICommandBody>().FirstOrDefault()?.Raw ?? ReadOnlyMemory<byte>.Empty;
        var body = Convert.ToHexString(SHA256.HashData(raw.Span));
        var (first, isMine) = store.Claim($"{http.Request.Method} {http.Request.Path} {key}", body);
        if (first.Body != body)
        {
            return ReusedKey;
        }

        if (!isMine)
        {
            var answer = await first.Answer.WaitAsync(http.RequestAborted);
            CommandNote.Of(http).IsRepeat = true;
            return answer;
        }

        try
        {
            var answer = await next(context);
            if (IsForgettable(answer))
            {
                store.Forget(first);
            }

            first.Set(answer);
            return answer;
        }
        catch (Exception failure)
        {
            store.Forget(first);
            first.Fail(failure);
            throw;
        }
    }

    /// <summary>A NAS that could not be asked may answer the next time: repeating must not bring the old failure back.</summary>
    private static bool IsForgettable(object? answer)
    {
        while (answer is INestedHttpResult nested)
        {
            answer = nested.Result;
        }

        return answer is ApiProblem { Status: >= StatusCodes.Status500InternalServerError };
    }
}
