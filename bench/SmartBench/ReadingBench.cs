using BenchmarkDotNet.Attributes;
using Burnin.Domain.Smart;

namespace Burnin.SmartBench;

/// <summary>What one reading of a drive costs. Target: under 2 ms and under 1 MB for a report of 100 KB, judged.</summary>
[MemoryDiagnoser]
public class ReadingBench
{
    private readonly string _json = LargeReport.Make();

    [Benchmark(Description = "read 100 KB of JSON with its text")]
    public SmartReport Read() => SmartReports.Read(_json);

    [Benchmark(Description = "the same, with indicators")]
    public int ReadAndPoint() => SmartIndicators.Of(SmartReports.Read(_json)).Length;
}
