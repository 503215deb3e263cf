namespace Burnin.Domain.Drives;

/// <summary>
/// One fact that forbids writing to a drive. Code: <c>mounted, swap, holder, pool, boot, signature, partitions, open,
/// no_serial, duplicate_serial, zero_size, unknown</c>. Detail: a sentence for the operator that names the fact.
/// </summary>
public sealed record InUseFact(string Code, string Detail);
