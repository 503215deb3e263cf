namespace Burnin.WebFront.Updates;

/// <summary>A release as GitHub, Forgejo and Gitea tell of it.</summary>
internal sealed record Release(string? TagName, string? HtmlUrl);
