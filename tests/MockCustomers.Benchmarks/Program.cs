using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MockCustomers.Benchmarks;

// In this process: BenchmarkDotNet 0.14 knows no .NET 10 to build for. dotnet run -c Release -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Sandboxes).Assembly).Run(args, DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .HideColumns(Column.Error, Column.StdDev, Column.Job, Column.Toolchain)
    .WithOptions(ConfigOptions.JoinSummary));
