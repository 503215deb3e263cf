using Dapper;

namespace Burnin.History.Sqlite;

/// <summary>The WHERE of a list: only what was asked for, so that SQLite can use an index.</summary>
internal sealed class Conditions
{
    private readonly List<string> _conditions = [];

    public DynamicParameters Values { get; } = new();

    /// <summary>Adds the condition, which names its value as <c>@name</c>, unless there is no value.</summary>
    public Conditions Where(string condition, string name, object? value)
    {
        if (value is not null)
        {
            _conditions.Add(condition);
            Values.Add(name, value);
        }

        return this;
    }

    /// <summary>The text occurs anywhere in the column, in upper or lower case.</summary>
    public Conditions WhereContains(string column, string name, string? text) =>
        Where($"instr(lower({column}), lower(@{name})) > 0", name, text);

    public override string ToString() => _conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", _conditions)}";
}
