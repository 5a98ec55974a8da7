using Phase1.Servers.Suites;

namespace Phase1.Unit.Tests.Servers;

public sealed class SuiteProgramTests
{
    static readonly SuitePlan OnPostgres = new()
    {
        BasePort = 9081,
        Databases = SuiteServices.All.ToDictionary(service => service, service => $"Database=phase1_{service.ShortName()}"),
        LogDatabase = "Database=phase1_log",
    };

    [Fact]
    public void One_process_runs_all_services_on_ports_in_a_row()
    {
        var program = SuiteProgram.Of(OnPostgres with { InOneProcess = true }).ShouldHaveSingleItem();

        program.Name.ShouldBe("suite");
        program.Services.Values.Order().ShouldBe([9080, 9081, 9082, 9083, 9084, 9085, 9086, 9087, 9088]);
        program.Services[SuiteService.Portal].ShouldBe(9080);
        program.Environment["AllInOne__BasePort"].ShouldBe("9081");
        program.Environment["ConnectionStrings__ClassManagement"].ShouldBe("Database=phase1_cms");
        program.Environment["ConnectionStrings__Log"].ShouldBe("Database=phase1_log");
    }

    [Fact]
    public void On_Kafka_each_service_is_a_process_that_knows_the_others_and_no_log_database()
    {
        var programs = SuiteProgram.Of(OnPostgres with { LogDatabase = null, Brokers = "127.0.0.1:9092", Redis = "127.0.0.1:6379" });

        programs
            .Select(program => program.Name)
            .ShouldBe(["bos", "els", "nlp", "cms", "files", "tickets", "gateway", "feedback", "portal"]);
        foreach (var program in programs)
        {
            program.Environment["Messaging__Transport"].ShouldBe("Kafka");
            program.Environment["Kafka__BootstrapServers"].ShouldBe("127.0.0.1:9092");
            program.Environment["Services__Nlp"].ShouldBe("http://127.0.0.1:9083");
            program.Environment.ShouldNotContainKey("ConnectionStrings__Log");
        }
        programs[1].Environment["ASPNETCORE_URLS"].ShouldBe("http://127.0.0.1:9082");
        programs[1].Environment["ConnectionStrings__Database"].ShouldBe("Database=phase1_els");
    }

    // Somebody's own setting for all of their programs would move every service to one place.
    [Fact]
    public void An_inherited_address_is_taken_away() =>
        SuiteProgram.Of(OnPostgres).ShouldAllBe(program => program.Environment["URLS"] == null);
}
