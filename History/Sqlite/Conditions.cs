using System.Globalization;
using Dapper;

namespace Burnin.History.Sqlite;

/// <summary>The WHERE of a list: only what was asked for, so that SQLite can use an index.</summary>
internal sealed class Conditions
{
    /// <summary>Each word is one more look at every row.</summary>
    private const int MostWords = 8;

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

    /// <summary>A condition that always holds, and has no value.</summary>
    public Conditions Also(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    /// <summary>The text occurs anywhere in the column, in upper or lower case.</summary>
    public Conditions WhereContains(string column, string name, string? text) =>
        Where($"instr(lower({column}), lower(@{name})) > 0", name, text);

    /// <summary>Each word of the text occurs anywhere in the column.</summary>
    public Conditions WhereWords(string column, string? text)
    {
        foreach (var (index, word) in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords).Index())
        {
            WhereContains(column, string.Create(CultureInfo.InvariantCulture, $"Word{index}"), word);
        }

        return this;
    }

    public override string ToString() => _conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", _conditions)}";
}
