using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Pages;

/// <summary>The columns of the drives page, and which of them a browser wants left out: <c>columns.js</c> writes the cookie.</summary>
public static class DriveColumns
{
    public const string Cookie = "burnin.columns";

    public static readonly IReadOnlyList<string> All =
        ["select", "status", "device", "serial", "model", "size", "temp", "short", "long", "burn", "elapsed", "location", "acts"];

    /// <summary>Those that may be left out, by choice or in a narrow window; the line of a group spans the others.</summary>
    public static readonly IReadOnlyList<string> Optional = ["model", "size", "short", "long", "elapsed", "location"];

    /// <summary>The class of the table. What is not known is left out: it ends in an attribute of the page.</summary>
    public static string ClassOf(HttpRequest request)
    {
        string[] wished = request.Cookies[Cookie]?.Split('.') ?? [];
        return string.Join(' ', ["table", .. Optional.Intersect(wished).Select(name => $"hides-{name}")]);
    }
}
