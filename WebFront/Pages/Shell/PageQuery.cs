using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace Burnin.WebFront.Pages.Shell;

/// <summary>The address of a page as a value: filters, order and place in a list are all in it. Empty values are left out.</summary>
public sealed class PageQuery
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> values;

    public PageQuery(string address)
    {
        var (path, query) = address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (address[..at], address[at..]) : (address, "");
        Path = path;
        values = [.. from pair in QueryHelpers.ParseQuery(query) from value in pair.Value where !string.IsNullOrEmpty(value) select KeyValuePair.Create(pair.Key, value)];
    }

    private PageQuery(string path, IReadOnlyList<KeyValuePair<string, string>> values) => (Path, this.values) = (path, values);

    public string Path { get; }

    public IEnumerable<KeyValuePair<string, string>> Values => values;

    public string? this[string name] => values.FirstOrDefault(pair => pair.Key == name).Value;

    public PageQuery Without(string name) => new(Path, [.. values.Where(pair => pair.Key != name)]);

    /// <summary>The one value of that name; nothing of that name where it is empty.</summary>
    public PageQuery With(string name, string? value)
    {
        var others = Without(name).values;
        return new(Path, string.IsNullOrEmpty(value) ? others : [.. others, KeyValuePair.Create(name, value)]);
    }

    /// <summary>The same questions at another address.</summary>
    public PageQuery At(string path) => new(path, values);

    public override string ToString()
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in values)
        {
            query.Add(name, value);
        }

        return Path + query.ToQueryString();
    }
}
