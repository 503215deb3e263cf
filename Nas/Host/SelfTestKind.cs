namespace Burnin.Nas.Host;

/// <summary>By the numbers that ATA, SAS and NVMe give to the tests we start; each has others, which are never ours.</summary>
internal enum SelfTestKind
{
    Short = 1,
    Extended = 2,
}
