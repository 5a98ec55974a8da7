using Phase1.Migrations;

try
{
    return args switch
    {
        ["--check"] => Checker.Check(Services.All()),
        ["--check", .. var services] => Checker.Check(services),
        [var service, var migration] when !service.StartsWith('-') => Scaffolder.Add(service, migration),
        _ => Usage(),
    };
}
catch (ToolException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: dotnet run --project eng/Migrations -- <Service> <MigrationName>   writes services/<Service>/Migrations
               dotnet run --project eng/Migrations -- --check [<Service> ...]     exits 1 when a model has no migration yet
        """
    );
    return 2;
}
