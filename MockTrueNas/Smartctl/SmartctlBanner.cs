using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>The first lines that every call prints.</summary>
internal static class SmartctlBanner
{
    public static string Platform(Product product) =>
        product.IsCore ? $"{product.Kernel.Replace(' ', '-')} amd64".Replace("FreeBSD-", "FreeBSD ", StringComparison.Ordinal) : $"x86_64-linux-{product.Kernel}";

    public static string Text(Product product) =>
        product.Smartctl == "7.2"
            ? $"smartctl 7.2 2020-12-30 r5155 [{Platform(product)}] (local build)\nCopyright (C) 2002-20, Bruce Allen, Christian Franke, www.smartmontools.org\n\n"
            : $"smartctl 7.4 2023-08-01 r5530 [{Platform(product)}] (local build)\nCopyright (C) 2002-23, Bruce Allen, Christian Franke, www.smartmontools.org\n\n";
}
