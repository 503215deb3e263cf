using System.Collections.Frozen;

namespace Burnin.Domain.Smart;

/// <summary>The codes that stand behind smartctl's words, for output that has words alone. They are the same in every release.</summary>
internal static class SelfTestWords
{
    private static readonly FrozenDictionary<string, int> AtaTypes = new Dictionary<string, int>
    {
        ["Offline"] = 0x00,
        ["Short offline"] = 0x01,
        ["Extended offline"] = 0x02,
        ["Conveyance offline"] = 0x03,
        ["Selective offline"] = 0x04,
        ["Abort offline test"] = 0x7F,
        ["Short captive"] = 0x81,
        ["Extended captive"] = 0x82,
        ["Conveyance captive"] = 0x83,
        ["Selective captive"] = 0x84,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> AtaResults = new Dictionary<string, int>
    {
        ["Completed without error"] = 0,
        ["Aborted by host"] = 1,
        ["Interrupted (host reset)"] = 2,
        ["Fatal or unknown error"] = 3,
        ["Completed: unknown failure"] = 4,
        ["Completed: electrical failure"] = 5,
        ["Completed: servo/seek failure"] = 6,
        ["Completed: read failure"] = 7,
        ["Completed: handling damage??"] = 8,
        ["Self-test routine in progress"] = 15,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> ScsiTypes = new Dictionary<string, int>
    {
        ["Default"] = 0,
        ["Background short"] = 1,
        ["Background long"] = 2,
        ["Abort background"] = 4,
        ["Foreground short"] = 5,
        ["Foreground long"] = 6,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> ScsiResults = new Dictionary<string, int>
    {
        ["Completed"] = 0,
        ["Aborted (by user command)"] = 1,
        ["Aborted (device reset ?)"] = 2,
        ["Interrupted ('-X' switch)"] = 1,
        ["Interrupted (bus reset ?)"] = 2,
        ["Unknown error, incomplete"] = 3,
        ["Completed, segment failed"] = 4,
        ["Failed in first segment"] = 5,
        ["Failed in second segment"] = 6,
        ["Failed in segment"] = 7,
        ["Failed in segment -->"] = 7,
        ["Self test in progress ..."] = 15,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> NvmeTypes = new Dictionary<string, int>
    {
        ["Short"] = 1,
        ["Extended"] = 2,
        ["Vendor specific"] = 14,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> NvmeResults = new Dictionary<string, int>
    {
        ["Completed without error"] = 0,
        ["Aborted: Self-test command"] = 1,
        ["Aborted: Controller Reset"] = 2,
        ["Aborted: Namespace removed"] = 3,
        ["Aborted: Format NVM command"] = 4,
        ["Fatal or unknown test error"] = 5,
        ["Completed: unknown failed segment"] = 6,
        ["Completed: failed segments"] = 7,
        ["Aborted: unknown reason"] = 8,
        ["Aborted: sanitize operation"] = 9,
    }.ToFrozenDictionary();

    public static int? AtaType(string words) => Code(AtaTypes, words);

    /// <param name="words">Of the row.</param>
    /// <param name="remainingPercent">Is the low half of the byte.</param>
    public static int? AtaStatus(string words, int remainingPercent) => Code(AtaResults, words) is { } high ? (high << 4) | (remainingPercent / 10) : null;

    public static int? ScsiType(string words) => Code(ScsiTypes, words);

    public static int? ScsiResult(string words) => Code(ScsiResults, words);

    public static int? NvmeType(string words) => Code(NvmeTypes, words);

    /// <summary>Of <c>Short self-test in progress</c>: the first words are the type.</summary>
    public static int? NvmeOperation(string words) => NvmeTypes.Where(type => words.StartsWith($"{type.Key} self-test", StringComparison.Ordinal)).Select(type => (int?)type.Value).FirstOrDefault();

    public static int? NvmeResult(string words) => Code(NvmeResults, words);

    private static int? Code(FrozenDictionary<string, int> table, string words) => table.TryGetValue(words, out var code) ? code : null;
}
