using MockCustomers.Diagnostics;

namespace MockCustomers.Server.Stubbing;

/// <summary>Lays users' stubs over vendors.</summary>
internal interface IStubEngine
{
    /// <summary>Reads a folder of stubs: a folder a vendor.</summary>
    /// <param name="vendors">All vendors that there are, served or not.</param>
    /// <param name="diagnostics">Told all that is wrong: file#pointer: what is wrong; what would be right.</param>
    /// <returns>By vendor; what can be used only when nothing was told.</returns>
    IReadOnlyDictionary<string, IStubFiles> Read(string folder, IReadOnlyList<string> vendors, DiagnosticBag diagnostics);

    /// <summary>The stubs of a vendor that listens; none yet.</summary>
    IVendorStubs Of(VendorHost host);
}
