namespace MockCustomers.Server.Stubbing;

/// <summary>One vendor's stubs as they stand in files, read and checked.</summary>
internal interface IStubFiles : IDisposable
{
    /// <summary>Equal for equal files.</summary>
    string Hash { get; }
}
