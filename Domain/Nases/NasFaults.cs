namespace Burnin.Domain.Nases;

public static class NasFaults
{
    extension(NasFault fault)
    {
        /// <summary>What the fault is called on every wire.</summary>
        public string Word => fault switch
        {
            NasFault.Unreachable => "unreachable",
            NasFault.AuthenticationFailed => "authentication_failed",
            NasFault.HostKeyChanged => "host_key_changed",
            NasFault.NotSupported => "not_supported",
            NasFault.StillRunning => "still_running",
            NasFault.Fenced => "fenced",
            NasFault.UnexpectedAnswer => "unexpected_answer",
        };
    }
}
