namespace Burnin.WebFront.Users;

/// <summary>Who asks.</summary>
/// <param name="Name">Null where nobody has to sign in.</param>
/// <param name="Role"><c>viewer</c>, <c>operator</c>, <c>admin</c>.</param>
internal sealed record SessionAnswer(string? Name, string Role);
