namespace Burnin.Domain.Kernel;

/// <summary>Of whom a line speaks.</summary>
public enum KernelScope
{
    Drive,

    /// <summary>Of what it hangs on, and so of its neighbours as well.</summary>
    Controller,
}
