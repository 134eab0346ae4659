using MockCustomers.Cli;

return await CommandLine.RunAsync(args);
