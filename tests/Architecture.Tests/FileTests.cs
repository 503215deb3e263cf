using Xunit;

namespace Burnin.Architecture.Tests;

public sealed class FileTests
{
    private const int LineLimit = 400;

    /// <summary>Split, so that this file does not accuse itself.</summary>
    private static readonly string[] Forbidden =
    [
        "TO" + "DO", "FIX" + "ME", "HA" + "CK", "XX" + "X:", "Console.Write" + "Line(\"DEBUG", "NotImplemented" + "Exception",
        "/wo" + "rk/", "file:/" + "//",
    ];

    /// <summary>Tests may hold one that opens nothing.</summary>
    private static readonly string[] Secrets = ["BEGIN " + "OPENSSH PRIVATE KEY", "BEGIN " + "RSA PRIVATE KEY", "BEGIN " + "PRIVATE KEY"];

    [Fact]
    public void A_file_is_short_enough_to_be_read_at_once() =>
        Assert.Empty(Repository.SourceFiles()
            .Select(path => (path, lines: File.ReadLines(path).Count()))
            .Where(file => file.lines > LineLimit)
            .Select(file => $"{Path.GetRelativePath(Repository.Root, file.path)}: {file.lines} lines"));

    [Fact]
    public void No_file_is_empty() =>
        Assert.DoesNotContain(Repository.SourceFiles(), path => new FileInfo(path).Length == 0);

    /// <summary>Unfinished work, keys, and the paths of somebody's machine have no place in the sources.</summary>
    [Fact]
    public void No_file_holds_a_forbidden_word() =>
        Assert.Empty(
            from path in Repository.TextFiles()
            where !path.Contains("/lib/", StringComparison.Ordinal) && !path.Contains("/vendor/", StringComparison.Ordinal)
            from found in File.ReadLines(path).Index()
            from word in path.Contains("/tests/", StringComparison.Ordinal) ? Forbidden : [.. Forbidden, .. Secrets]
            where found.Item.Contains(word, StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Repository.Root, path)}:{found.Index + 1}: {word}");
}
