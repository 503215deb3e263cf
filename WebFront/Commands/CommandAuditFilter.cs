using Burnin.History.Audit;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Commands;

/// <summary>Writes exactly one audit row for each command, done or refused: by whom, what, and why.</summary>
internal sealed partial class CommandAuditFilter(CommandAudit audit, ILogger<CommandAuditFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var answer = await next(context);
            await RecordAsync(context, Unwrap(answer));
            return answer;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            await RecordAsync(context, ApiExceptionHandler.Describe(failure));
            throw;
        }
        catch (OperationCanceledException)
        {
            await RecordAsync(context, new ApiProblem(StatusCodes.Status499ClientClosedRequest, "gone", "The caller left before the answer."));
            throw;
        }
    }

    private static object? Unwrap(object? answer)
    {
        while (answer is INestedHttpResult nested)
        {
            answer = nested.Result;
        }

        return answer;
    }

    private async Task RecordAsync(EndpointFilterInvocationContext context, object? answer)
    {
        var http = context.HttpContext;
        var note = CommandNote.Of(http);
        if (note.IsRepeat)
        {
            return;
        }

        var action = http.GetEndpoint()?.Metadata.GetMetadata<CommandMetadata>()?.Action ?? "command";
        var body = context.Arguments.OfType<ICommandBody>().FirstOrDefault();
        var problem = note.Refusal ?? answer as ApiProblem;
        var record = new CommandRecord
        {
            Actor = CommandActor.Of(http, body, note.Actor),
            Action = action,
            Outcome = problem is null ? "done" : "refused",
            Detail = problem is null ? note.Detail ?? action : $"{problem.Code}: {note.Detail ?? problem.Detail}",
            DriveId = note.DriveId,
            JobId = note.JobId,
            Nas = note.Nas,
        };

        try
        {
            // Not tied to the request: what was done is recorded, whether or not anyone still waits for the answer.
            await audit.RecordAsync(record, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // The act itself cannot be taken back by now: its true answer is worth more than an error.
            LogNotRecorded(logger, failure, action, record.Actor, record.Detail);
        }
    }
}
