namespace MockCustomers.Cli;

/// <summary>How the process ends; scripts rely on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>It did what it was asked, or stopped serving when it was told to.</summary>
    public const int Done = 0;

    /// <summary>Nobody there: an id that no customer has, a sandbox that is not ready, a file that cannot be written.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the environment makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>A spec, manifest, fixture or country file cannot be served, or a mapping cannot be converted.</summary>
    public const int Invalid = 3;

    /// <summary>A port is somebody else's.</summary>
    public const int PortInUse = 4;

    /// <summary>A vendor's own API differs from its spec.</summary>
    public const int Drift = 5;

    /// <summary>The sandbox would serve other bytes than those expected.</summary>
    public const int OtherFingerprint = 6;

    /// <summary>A webhook's signature is not that of the secret and the body.</summary>
    public const int SignatureMismatch = 7;

    /// <summary>128 + SIGINT: stopped before the work was done.</summary>
    public const int Interrupted = 130;
}
