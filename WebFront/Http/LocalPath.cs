namespace Burnin.WebFront.Http;

internal static class LocalPath
{
    /// <summary>Only a page of ours, else the first one: a form or an address could have been made by anybody.</summary>
    public static string Of(string? path) => path is ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl) ? path : "/";
}
