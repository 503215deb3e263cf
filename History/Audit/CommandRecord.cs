namespace Burnin.History.Audit;

/// <summary>A command that a person gave, and what came of it.</summary>
public sealed record CommandRecord
{
    public required string Actor { get; init; }

    /// <summary>snake_case: <c>burnin_start, nas_add</c> ...</summary>
    public required string Action { get; init; }

    public string? DriveId { get; init; }

    public string? JobId { get; init; }

    public string? Nas { get; init; }

    /// <summary><c>done</c>, or <c>refused</c>.</summary>
    public required string Outcome { get; init; }

    public required string Detail { get; init; }
}
