using System.Reflection;
using System.Runtime.CompilerServices;

namespace Burnin.Architecture.Tests;

/// <summary>What the build made of the layers, found by name: the laws hold for types that nobody has written yet.</summary>
internal static class Assemblies
{
    public static Assembly Contracts { get; } = Of("Grains.Interfaces");

    public static Assembly Implementations { get; } = Of("Grains");

    /// <summary>Every layer that this project references.</summary>
    public static IReadOnlyList<string> Layers { get; } = ["Domain", "Grains.Interfaces", "Grains", "Nas", "Messages", "History", "WebFront"];

    public static Assembly Of(string project) => Assembly.Load($"Burnin.{project}");

    /// <summary>Types that a person wrote: not the compiler's, not the serializer generator's.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) =>
        assembly.GetTypes().Where(type =>
            type.Namespace?.StartsWith("Burnin.", StringComparison.Ordinal) == true
            && !type.FullName!.Contains('<', StringComparison.Ordinal)
            && !IsGenerated(type));

    public static IEnumerable<Type> Grains() =>
        WrittenTypes(Implementations).Where(type => type is { IsClass: true, IsAbstract: false } && IsAnOrleansGrain(type));

    public static IEnumerable<Type> GrainInterfaces() =>
        WrittenTypes(Contracts).Where(type => type.IsInterface && IsAnOrleansGrain(type));

    public static IEnumerable<Type> ObserverInterfaces() =>
        WrittenTypes(Contracts).Where(type => type.IsInterface && Implements(type, "Orleans.IGrainObserver"));

    public static IEnumerable<Type> Messages() =>
        WrittenTypes(Contracts).Where(type => Has(type, "Orleans.GenerateSerializerAttribute"));

    /// <summary>By name, since the one who asks may come from a layer that Orleans does not reach.</summary>
    public static bool Has(MemberInfo member, string attribute) =>
        member.CustomAttributes.Any(data => data.AttributeType.FullName == attribute);

    private static bool IsAnOrleansGrain(Type type) => Implements(type, "Orleans.IGrain");

    private static bool Implements(Type type, string contract) => type.GetInterfaces().Any(face => face.FullName == contract);

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.CustomAttributes.Any(data => data.AttributeType.Name == "GeneratedCodeAttribute" && type.Namespace!.StartsWith("OrleansCodeGen", StringComparison.Ordinal))
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
