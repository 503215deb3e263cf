using System.Globalization;

namespace Burnin.Bench;

/// <summary>Prints the numbers as a table, with what one must know to repeat them.</summary>
internal static class Report
{
    public static void Print(IEnumerable<Row> rows, string[] arguments, TimeProvider clock)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Date: {clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Machine: {Environment.ProcessorCount} cores, {Processor()}"));
        Console.WriteLine($"Command: `dotnet run --project bench -c Release -- {string.Join(' ', arguments)}`\n");
        Console.WriteLine("| quantity | value | note |\n|---|---|---|");
        foreach (var row in rows)
        {
            Console.WriteLine($"| {row.Quantity} | {row.Value} | {row.Note} |");
        }
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?
            .Split(':', 2)[1].Trim() ?? "unknown processor";
}
