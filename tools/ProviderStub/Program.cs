using Phase1.ProviderStub;

// A provider of language models that answers what it is told to: Phase1.ProviderStub [--urls=http://127.0.0.1:0]
// The first line that it prints is its address.
await using var server = await StubServer.StartAsync(args);
await Console.Out.WriteLineAsync(server.Address.ToString());
await server.WaitForShutdownAsync();
