using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Burnin.Architecture.Tests;

public sealed class GrainTests
{
    private const string Alias = "Orleans.AliasAttribute";

    /// <summary>A law about none would always hold: this says that the search by name still finds what it is about.</summary>
    [Fact]
    public void The_laws_find_their_subjects()
    {
        Assert.NotEmpty(Assemblies.Messages());
        Assert.NotEmpty(Assemblies.Grains());
        Assert.NotEmpty(Assemblies.GrainInterfaces());
        Assert.NotEmpty(Assemblies.ObserverInterfaces());
        Assert.NotEmpty(Assemblies.Grains().SelectMany(StateNames));
    }

    [Fact]
    public void A_message_has_a_name_on_the_wire_that_outlives_its_class_name() =>
        Assert.DoesNotContain(Assemblies.Messages(), message => !Assemblies.Has(message, Alias));

    [Fact]
    public void Every_name_on_the_wire_is_given_once() =>
        Assert.Empty(Assemblies.Messages()
            .Select(message => ArgumentOf(message, Alias))
            .OfType<string>()
            .GroupBy(name => name)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key));

    [Fact]
    public void A_message_cannot_be_changed_after_it_was_made() =>
        Assert.Empty(Assemblies.Messages()
            .SelectMany(message => message.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.SetMethod is { } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"));

    [Fact]
    public void A_message_has_no_open_fields() =>
        Assert.Empty(Assemblies.Messages()
            .Where(message => !message.IsEnum)
            .SelectMany(message => message.GetFields(BindingFlags.Public | BindingFlags.Instance))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));

    [Fact]
    public void A_grain_interface_has_a_name_and_a_type_of_its_own() =>
        Assert.DoesNotContain(
            Assemblies.GrainInterfaces(),
            face => !Assemblies.Has(face, Alias) || !Assemblies.Has(face, "Orleans.Runtime.GrainInterfaceTypeAttribute"));

    [Fact]
    public void An_observer_interface_has_a_name_of_its_own() =>
        Assert.DoesNotContain(Assemblies.ObserverInterfaces(), face => !Assemblies.Has(face, Alias));

    [Fact]
    public void Every_method_of_a_contract_has_a_name_on_the_wire() =>
        Assert.Empty(Assemblies.GrainInterfaces().Concat(Assemblies.ObserverInterfaces())
            .SelectMany(face => face.GetMethods())
            .Where(method => !method.IsStatic && !Assemblies.Has(method, Alias))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));

    [Fact]
    public void A_grain_is_sealed_and_says_its_type() =>
        Assert.DoesNotContain(
            Assemblies.Grains(), grain => !grain.IsSealed || !Assemblies.Has(grain, "Orleans.GrainTypeAttribute"));

    [Fact]
    public void A_grain_keeps_nothing_static_that_can_change() =>
        Assert.Empty(Assemblies.Grains()
            .SelectMany(grain => grain.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => !field.Name.StartsWith('<') && field is { IsLiteral: false, IsInitOnly: false })
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));

    /// <summary>ADO.NET storage keys a row by state name and grain key; two grains with one key and one name share it.</summary>
    [Fact]
    public void A_state_name_belongs_to_one_grain_class() =>
        Assert.Empty(Assemblies.Grains()
            .SelectMany(grain => StateNames(grain).Distinct().Select(name => (grain, name)))
            .GroupBy(use => use.name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(use => use.grain.Name))}"));

    [Fact]
    public void A_grain_has_no_two_states_of_one_name() =>
        Assert.DoesNotContain(
            Assemblies.Grains(), grain => StateNames(grain).Count() != StateNames(grain).Distinct().Count());

    [Fact]
    public void A_grain_fits_on_a_few_screens() =>
        Assert.Empty(Assemblies.Grains()
            .SelectMany(grain => Repository.SourceFiles().Where(path => Path.GetFileName(path) == $"{grain.Name}.cs"))
            .Where(path => File.ReadLines(path).Count() > 200)
            .Select(path => $"{Path.GetFileName(path)} decides too much: move it to the domain."));

    private static IEnumerable<string> StateNames(Type grain) =>
        grain.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .SelectMany(parameter => parameter.CustomAttributes)
            .Where(data => data.AttributeType.FullName == "Orleans.Runtime.PersistentStateAttribute")
            .Select(data => (string)data.ConstructorArguments[0].Value!);

    private static string? ArgumentOf(MemberInfo member, string attribute) =>
        member.CustomAttributes.FirstOrDefault(data => data.AttributeType.FullName == attribute)?
            .ConstructorArguments[0].Value as string;
}
