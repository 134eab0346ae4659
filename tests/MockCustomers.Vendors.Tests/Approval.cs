namespace MockCustomers.Vendors.Tests;

/// <summary>Output that was looked at and accepted: Approved/NAME.approved.txt. What is new is written beside it, to be read and renamed.</summary>
internal static class Approval
{
    public static void Check(string name, string received)
    {
        var folder = Path.Combine(Vendors.Sources(), "Approved");
        var approvedFile = Path.Combine(folder, name + ".approved.txt");
        var receivedFile = Path.Combine(folder, name + ".received.txt");
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "";
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        received.ShouldBe(approved, $"read {receivedFile}, and rename it to {Path.GetFileName(approvedFile)} if it is right");
    }
}
