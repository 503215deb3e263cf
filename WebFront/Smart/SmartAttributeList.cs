using Burnin.History.Smart;

namespace Burnin.WebFront.Smart;

/// <summary>One attribute of a drive over time, oldest first.</summary>
internal sealed record SmartAttributeList(int Attribute, IReadOnlyList<SmartAttributePoint> Points);
