using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Burnin.SmartBench;

// In this process: a project of its own, made on the fly, would have to follow the build settings of the repository.
BenchmarkRunner.Run<ReadingBench>(DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(5), logOutput: false))));
