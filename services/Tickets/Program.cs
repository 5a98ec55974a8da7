using Phase1.ServiceDefaults;
using Phase1.Tickets;

return await Phase1Host.RunAsync(new TicketsService(), args);
