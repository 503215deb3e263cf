using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Commands;

/// <summary>What the audit row of this request will say beyond what every request says. One per request, filled by its handler.</summary>
internal sealed class CommandNote
{
    /// <summary>Who acts, where the command itself is what proves it; else whoever is signed in.</summary>
    public string? Actor { get; set; }

    public string? DriveId { get; set; }

    public string? JobId { get; set; }

    public string? Nas { get; set; }

    /// <summary>What was done, in a sentence.</summary>
    public string? Detail { get; set; }

    /// <summary>Why nothing was done, where the answer is a page, which does not say so by itself.</summary>
    public ApiProblem? Refusal { get; set; }

    /// <summary>The first answer is given again: nothing was done, and nothing is to be recorded.</summary>
    public bool IsRepeat { get; set; }

    public static CommandNote Of(HttpContext context)
    {
        if (context.Features.Get<CommandNote>() is { } known)
        {
            return known;
        }

        var record = new CommandNote();
        context.Features.Set(record);
        return record;
    }
}
