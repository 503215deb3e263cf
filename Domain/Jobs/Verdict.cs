using System.Collections.Immutable;

namespace Burnin.Domain.Jobs;

public sealed record Verdict(VerdictKind Kind, ImmutableArray<Reason> Reasons);
