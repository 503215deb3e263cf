using System.Collections.Frozen;
using System.Collections.Immutable;
using Burnin.MockTrueNas.Methods.Auth;
using Burnin.MockTrueNas.Methods.Boot;
using Burnin.MockTrueNas.Methods.Core;
using Burnin.MockTrueNas.Methods.Disks;
using Burnin.MockTrueNas.Methods.Pools;
using Burnin.MockTrueNas.Methods.Smart;
using Burnin.MockTrueNas.Methods.Systems;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Api;

/// <summary>The methods that a release has: which came and went when stands here, and nowhere else.</summary>
internal static class MethodBook
{
    private static readonly FrozenDictionary<Release, FrozenDictionary<string, ApiMethod>> Books =
        KnownProducts.All.ToFrozenDictionary(product => product.Release, product => MethodsOf(product).ToFrozenDictionary(method => method.Name));

    public static FrozenDictionary<string, ApiMethod> Of(Product product) => Books[product.Release];

    private static ImmutableArray<ApiMethod> MethodsOf(Product product)
    {
        var release = product.Release;

        return
        [
            .. Always(product),
            .. If(release >= Release.Scale2212, VersionShort.Method, GetInstance.Method, TemperatureAlerts.Method, TemperatureHistory.Method),
            .. If(product.HasSmart, product.IsCore ? DiskTemperature.OnCore : DiskTemperature.Method, SmartAttributes.Method, GetUnused.Of(isPrivate: false)),
            .. If(product.IsCore, GetEncrypted.Method),
            .. If(product.HasSmart, ManualTest.Method, TestResults.Method, TestSchedules.Query, TestSchedules.Create),
            .. If(release is Release.Scale2410 or Release.TrueNas2504, AbortTest.Method),
            .. If(release >= Release.Scale2410, DiskDetails.Details, DiskDetails.Used),
            .. If(release >= Release.TrueNas2504, LoginEx.Method, LoginEx.Continue, MechanismChoices.Method, SetOptions.Method, Subscribe.Method, Subscribe.Unsubscribe),
            .. If(release >= Release.TrueNas2510, GetUnused.Of(isPrivate: true), PrivateSmartTest.Method),
            .. If(release >= Release.TrueNas260, ZpoolQuery.Method),
        ];
    }

    private static ImmutableArray<ApiMethod> Always(Product product) =>
    [
        LoginWithApiKey.Method, PasswordLogin.Method, Me.Method, Logout.Method,
        BootDisks.Method,
        Ping.Of(product), GetJobs.Method, JobAbort.Method,
        DiskQuery.Method, DiskTemperatures.Of(product), DiskWipe.Method,
        PoolQuery.Method, PoolDisks.Method, ImportFind.Method,
        SystemInfo.Method, SystemVersion.Method, ProductType.Of(product), SystemBootId.Of(product), SystemReady.Method, SystemReboot.Method,
    ];

    private static ImmutableArray<ApiMethod> If(bool isThere, params ImmutableArray<ApiMethod> methods) => isThere ? methods : [];
}
