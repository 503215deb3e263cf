namespace Burnin.Domain.Tests.Jobs;

/// <summary>Lists the cases of a closed record, so that a test can see that it has tried each.</summary>
internal static class ClosedHierarchy
{
    public static IEnumerable<string> CasesOf<T>() =>
        typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => type.Name).Order();

    public static IEnumerable<string> CasesIn<T>(IEnumerable<T> values) where T : notnull =>
        values.Select(value => value.GetType().Name).Distinct().Order();
}
