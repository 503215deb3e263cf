namespace Burnin.Domain.Users;

/// <summary>What names and passwords must be like. Long passwords beat odd characters, so only the length is asked for.</summary>
public static class UserRules
{
    public const int ShortestPassword = 10;
    public const int LongestPassword = 200;
    public const int LongestName = 64;

    /// <summary>Null if it may be used.</summary>
    public static string? NameProblem(string name) =>
        name.Length is 0 or > LongestName ? $"Write 1 to {LongestName} characters."
        : !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@')
            ? "Use letters, digits, dots, hyphens, underscores and @."
        : null;

    /// <summary>Null if it may be used.</summary>
    public static string? PasswordProblem(string password, string name) =>
        password.Length is < ShortestPassword or > LongestPassword ? $"Write {ShortestPassword} to {LongestPassword} characters."
        : password.Contains(name, StringComparison.OrdinalIgnoreCase) && name.Length > 2 ? "The name must not be in it."
        : password.Distinct().Count() < 5 ? "Use at least five different characters."
        : null;
}
