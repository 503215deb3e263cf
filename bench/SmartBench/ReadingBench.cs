using BenchmarkDotNet.Attributes;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;

namespace Burnin.SmartBench;

/// <summary>What one reading of a drive costs. Target: under 2 ms and under 1 MB for a report of 100 KB, judged.</summary>
[MemoryDiagnoser]
public class ReadingBench
{
    private readonly string _json = LargeReport.Make();

    private readonly string _sas = LargeReport.OfSas();

    [Benchmark(Description = "read 100 KB of JSON with its text")]
    public SmartReport Read() => SmartReports.Read(_json);

    [Benchmark(Description = "the same, judged by the policy for new drives")]
    public Verdict ReadAndJudge() => OutputVerdict.Judge(VerdictPolicies.New, SmartSnapshot.Of(_json, null, default));

    [Benchmark(Description = "read 60 KB of JSON of a SAS drive, whose text fills gaps")]
    public SmartReport ReadSas() => SmartReports.Read(_sas);
}
