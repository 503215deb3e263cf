namespace Burnin.MockTrueNas.Drives;

/// <summary>What a GPT says that a partition is for.</summary>
internal static class PartitionType
{
    public const string ZfsOnLinux = "6a898cc3-1dd2-11b2-99a6-080020736631";
    public const string ZfsOnFreeBsd = "516e7cba-6ecf-11d6-8ff8-00022d09712b";
    public const string SwapOnFreeBsd = "516e7cb5-6ecf-11d6-8ff8-00022d09712b";
    public const string SwapOnLinux = "0657fd6d-a4ab-43c4-84e5-0933c84b4f4f";
    public const string BiosBoot = "21686148-6449-6e6f-744e-656564454649";
    public const string Efi = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b";
    public const string LinuxData = "0fc63daf-8483-4772-8e79-3d69d8477de4";
}
