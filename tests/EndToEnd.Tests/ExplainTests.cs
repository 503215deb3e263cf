using System.Text.Json;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>The command for people who have nothing but a file: no silo, no database, no network.</summary>
public sealed class ExplainTests : IDisposable
{
    private const string Failing =
        """
        {"smartctl": {"version": [7, 4], "exit_status": 0}, "device": {"type": "sat", "protocol": "ATA"}, "model_name": "X", "serial_number": "S1", "smart_status": {"passed": true},
         "ata_smart_attributes": {"table": [{"id": 197, "name": "Current_Pending_Sector", "value": 100, "worst": 100, "thresh": 0, "raw": {"value": 8, "string": "8"}}]}}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("burnin-explain-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_gives_one_object_a_line()
    {
        Directory.CreateDirectory(Path.Combine(folder, "sub"));
        await File.WriteAllTextAsync(Path.Combine(folder, "b.json"), Failing, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "sub", "a.txt"), "Device is in STANDBY mode, exit(2)\n", TestContext.Current.CancellationToken);

        var (code, output, errors) = await ExplainAsync([folder, "--json"]);

        Assert.Equal((0, ""), (code, errors));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["b.json report", "sub/a.txt standby"], lines.Select(line => $"{line.GetProperty("file")} {line.GetProperty("kind")}"));
        Assert.Equal("pending", lines[0].GetProperty("indicators")[0].GetProperty("code").GetString());
        Assert.Equal(
            ["new@1 fail", "new@1 inconclusive"],
            lines.Select(line => $"{line.GetProperty("verdict").GetProperty("policy")} {line.GetProperty("verdict").GetProperty("kind")}"));
    }

    [Fact]
    public async Task Standard_input_gives_words_by_the_policy_that_was_asked_for()
    {
        var (code, output, _) = await ExplainAsync(["-", "--policy", "classic"], Failing);

        Assert.Equal(0, code);
        Assert.Contains("verdict   fail (by policy classic@1, of this output alone)", output, StringComparison.Ordinal);
        Assert.Contains("Pending sectors: 8.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "There is no option --polcy.", "-", "--polcy")]
    [InlineData(2, "--policy needs one of new, used, classic.", "-", "--policy", "strict")]
    [InlineData(2, "Name a file, a folder, or - for standard input.", "--json")]
    [InlineData(1, "/no/such/file: ", "/no/such/file")]
    public async Task Words_that_cannot_be_followed_are_named(int code, string said, params string[] words)
    {
        var (exit, output, errors) = await ExplainAsync(words);

        Assert.Equal((code, ""), (exit, output));
        Assert.StartsWith(said, errors, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Errors)> ExplainAsync(string[] words, string input = "") =>
        Verb.RunAsync(["explain", .. words], input);
}
