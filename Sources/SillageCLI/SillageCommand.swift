@main enum SillageCommand { static func main() {} }
