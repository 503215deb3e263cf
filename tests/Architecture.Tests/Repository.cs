using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Burnin.Architecture.Tests;

/// <summary>The checkout, read as files: what a project may use is written in its project file.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["/artifacts/", "/bin/", "/obj/", "/.git/", "/data/", "/TestResults/"];

    private static readonly string[] TextPatterns =
    [
        "*.cs", "*.csproj", "*.props", "*.sh", "*.c", "*.sql", "*.md", "*.yml", "*.json", "*.razor", "*.css", "*.mjs", "*.js",
        "*.Dockerfile",
    ];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static IEnumerable<string> ProjectReferencesOf(string project) =>
        Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public static IEnumerable<string> PackageReferencesOf(string project) => Items(project, "PackageReference");

    /// <summary>Every project by its path, such as <c>Domain</c> or <c>tests/Rig</c>.</summary>
    public static IEnumerable<string> Projects() =>
        Files("*.csproj").Select(path => Path.GetRelativePath(Root, Path.GetDirectoryName(path)!));

    public static IEnumerable<string> SourceFiles() => Files("*.cs");

    /// <summary>What we wrote, in any language, and no binary.</summary>
    public static IEnumerable<string> TextFiles() =>
        TextPatterns
            .SelectMany(Files)
            .Where(path => !path.EndsWith("packages.lock.json", StringComparison.Ordinal));

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Where(path => !NotOurs.Any(folder => path.AsSpan(Root.Length).Contains(folder, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Items(string project, string name) =>
        XDocument.Load(Path.Combine(Root, project, $"{Path.GetFileName(project)}.csproj"))
            .Descendants(name)
            .Select(item => item.Attribute("Include")!.Value);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
