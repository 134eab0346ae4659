using System.Text.Json.Nodes;

namespace MockCustomers.Whole.Tests.JavaScript;

/// <summary>A user's folder of JavaScript: what npm brings is there, and the package mockcustomers with the command as it is built here in the place of the native one.</summary>
internal sealed class NodeProject : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public NodeProject()
    {
        folder.Write("""{"name": "theirs", "private": true, "type": "module"}""", "package.json");
        foreach (var package in Directory.EnumerateFileSystemEntries(Path.Combine(Clients, "node_modules")))
        {
            Directory.CreateDirectory(folder.Of("node_modules"));
            Directory.CreateSymbolicLink(folder.Of("node_modules", Path.GetFileName(package)), package);
        }

        RepositoryFiles.CopyFolder(RepositoryFiles.PathOf("npm", "mockcustomers"), folder.Of("node_modules", "mockcustomers"));
        AddExecutable();
    }

    public static string Clients { get; } = RepositoryFiles.PathOf("tests", "MockCustomers.Whole.Tests", "Clients");

    public string Folder => folder.Path;

    public string Of(params string[] parts) => folder.Of(parts);

    public string Write(string text, params string[] parts) => folder.Write(text, parts);

    /// <summary>Brings a file of the tests' own clients.</summary>
    public void Take(params string[] parts) => File.Copy(Path.Combine([Clients, .. parts]), folder.Of(parts[^1]));

    /// <summary>Runs a program of npm's in it, to its good end.</summary>
    public Task<string> RunAsync(string program, params string[] arguments) =>
        OtherProgram.RunAsync(folder.Path, Quiet, "node", [folder.Of("node_modules", program), .. arguments]);

    public void Dispose() => folder.Dispose();

    /// <summary>No colours, no news of newer versions.</summary>
    private static Dictionary<string, string> Quiet { get; } = new() { ["NO_COLOR"] = "1", ["CI"] = "1" };

    private void AddExecutable()
    {
        var platform = $"@mockcustomers/linux-{(System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64")}";
        var manifest = JsonNode.Parse(File.ReadAllText(folder.Of("node_modules", "mockcustomers", "package.json")))!;
        manifest["optionalDependencies"] = new JsonObject { [platform] = "0.0.0" };
        folder.Write(manifest.ToJsonString(), "node_modules", "mockcustomers", "package.json");
        folder.Write($$"""{"name": "{{platform}}", "version": "0.0.0"}""", ["node_modules", .. platform.Split('/'), "package.json"]);
        var executable = folder.Write($"#!/bin/sh\nexec '{string.Join("' '", CommandFile.Quickest)}' \"$@\"\n", ["node_modules", .. platform.Split('/'), "mockcustomers"]);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(executable, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
