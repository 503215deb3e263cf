namespace Burnin.History.Jobs;

/// <summary>By what a list of jobs is ordered; jobs that are equal in it, by their id.</summary>
/// <param name="Column">One of <see cref="Columns"/>.</param>
/// <param name="Descending">From the highest down.</param>
public sealed record JobOrder(string Column, bool Descending)
{
    private static readonly Dictionary<string, string> Expressions = new(StringComparer.Ordinal)
    {
        ["created"] = "created_at",
        ["finished"] = "coalesce(finished_at, '')",
        ["duration"] = "coalesce(duration_seconds, -1)",
        ["serial"] = "serial",
        ["model"] = "model",
        ["size"] = "size_bytes",
        ["nas"] = "nas",
        ["operator"] = "operator",
        ["profile"] = "profile",
        ["state"] = "state",
    };

    public static JobOrder Newest { get; } = new("created", Descending: true);

    public static IReadOnlyCollection<string> Columns => Expressions.Keys;

    /// <summary>From <c>model</c> or <c>-model</c>; the newest first where it is neither.</summary>
    public static JobOrder Parse(string? text)
    {
        var column = text?.TrimStart('-') ?? "";
        return Expressions.ContainsKey(column) ? new(column, text!.StartsWith('-')) : Newest;
    }

    public override string ToString() => Descending ? $"-{Column}" : Column;

    /// <summary>Written by us, never by a caller: it goes into SQL.</summary>
    internal string Expression => Expressions.GetValueOrDefault(Column) ?? Expressions[Newest.Column];
}
