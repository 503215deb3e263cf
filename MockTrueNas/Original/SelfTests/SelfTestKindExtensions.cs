namespace Burnin.MockTrueNas.Original.SelfTests;

internal static class SelfTestKindExtensions
{
    extension(SelfTestKind kind)
    {
        /// <summary>Minutes where a real drive takes hours: what the original's mock took.</summary>
        public TimeSpan Duration => kind switch
        {
            SelfTestKind.Short => TimeSpan.FromSeconds(90),
            SelfTestKind.Long => TimeSpan.FromSeconds(480),
        };

        /// <summary>How smartctl names the test in the drive's log.</summary>
        public string Description => kind switch
        {
            SelfTestKind.Short => "Short offline",
            SelfTestKind.Long => "Extended offline",
        };

        /// <summary>Returns null for what the contract does not call a test; the wire knows capitals only.</summary>
        public static SelfTestKind? FromWire(string? text) => text switch
        {
            "SHORT" => SelfTestKind.Short,
            "LONG" => SelfTestKind.Long,
            _ => null,
        };
    }
}
